export { default } from '../../../../commands/unfollow.ts';
