export { default } from '../../../../commands/source.ts';
