import { channelCommand } from '../src/kit.ts';

export default channelCommand({
  name: 'unfollow',
  description: 'Post no more corrections in this channel; for those who manage it',
  run: async ({ here }) =>
    (await here.unfollow())
      ? {
          kind: 'notice',
          heading: 'This channel follows no longer',
          lines: ['Nothing more is posted here unasked.'],
        }
      : { kind: 'notice', heading: 'Nothing was changed', lines: ['This channel does not follow.'] },
});
