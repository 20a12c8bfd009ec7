export { default } from '../../../../commands/whats-new.ts';
