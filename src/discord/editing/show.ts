import { refuse } from '../../refusal.ts';
import { citeAll } from '../../story/answer.ts';
import type { Fact } from '../../story/model.ts';
import { stepPress } from '../press.ts';
import { type Block, note, type Panel } from '../reply.ts';
import type { Step, Stepping } from '../step.ts';
import type { Working } from './draft-panel.ts';
import { editFact, restoreFact, retractFact } from './fact-steps.ts';
import { historyPanel } from './history.ts';

/** A fact as moderators need to see it: as readers do, with its name, who is answered with it, and its last change. */
export const showFact = async ({ desk, story }: Working, fact: Fact): Promise<Panel> => {
  const { points, citations } = citeAll([fact], []);
  const topics = [...story.topics.values()].filter(({ facts }) => facts.includes(fact));
  const { revisions } = await desk.history({ of: { entry: 'fact', id: fact.id }, most: 1 });
  const [last] = revisions;
  const more = [
    note(`Answers: ${topics.map(({ title }) => title).join(' · ')}`),
    note(
      last === undefined
        ? 'It stands as the book has it.'
        : `Last changed by revision ${last.seq}, ${last.at.slice(0, 10)}, by ${last.author ?? 'a former moderator'}: ${last.why}`,
    ),
  ];
  const { id } = fact;
  const button = (label: string, step: string) => ({ label, press: stepPress(step, id) });
  return {
    kind: 'panel',
    heading: id,
    blocks: [
      note(`${fact.standing} · as of ${fact.asOf}`),
      ...points.map((point): Block => ({ is: 'point', point })),
      ...more,
    ],
    citations,
    controls: [
      {
        is: 'buttons',
        buttons: [
          button('Edit', 'edit'),
          fact.retracted === undefined
            ? button('Withdraw the fact', 'retract')
            : button('Restore', 'restore'),
          { label: 'History', press: stepPress('history', id, '', '', '') },
        ],
      },
    ],
    again: stepPress('show', id),
    inPlace: true,
  };
};

const factOf = ({ story, values }: Stepping): Fact =>
  story.facts.get(values[0] ?? '') ?? refuse('There is no such fact any more.');

export const show: Step = (stepping) => showFact(stepping, factOf(stepping));
export const edit: Step = (stepping) => editFact(stepping, factOf(stepping));
export const retract: Step = (stepping) => retractFact(stepping, factOf(stepping));
export const restore: Step = (stepping) => restoreFact(stepping, factOf(stepping));

/** The history of a fact alone. */
export const factHistory = (working: Working, { id }: Fact): Promise<Panel> =>
  historyPanel(working, { fact: id });
