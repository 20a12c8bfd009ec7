export { default } from '../../../../commands/timeline.ts';
