export { default } from '../../../../commands/who.ts';
