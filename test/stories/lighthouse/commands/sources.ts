export { default } from '../../../../commands/sources.ts';
