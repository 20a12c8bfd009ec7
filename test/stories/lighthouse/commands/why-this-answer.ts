export { default } from '../../../../commands/why-this-answer.ts';
