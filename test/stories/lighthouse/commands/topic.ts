export { default } from '../../../../commands/topic.ts';
