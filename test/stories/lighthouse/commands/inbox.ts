export { default } from '../../../../commands/inbox.ts';
