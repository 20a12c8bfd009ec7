export { default } from '../../../../commands/follow.ts';
