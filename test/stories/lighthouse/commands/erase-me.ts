export { default } from '../../../../commands/erase-me.ts';
