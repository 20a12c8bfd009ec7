import { channelCommand } from '../src/kit.ts';

export default channelCommand({
  name: 'follow',
  description: 'Post corrections and new facts in this channel; for those who manage it',
  run: async ({ here }) =>
    (await here.follow())
      ? {
          kind: 'notice',
          heading: 'This channel follows',
          lines: ['Corrections and new facts are posted here, at most once an hour. /unfollow ends it.'],
        }
      : {
          kind: 'notice',
          heading: 'Nothing was changed',
          lines: ['This channel follows already. /unfollow ends it.'],
        },
});
