import { reviewPanel } from '../editing/review-panel.ts';
import type { House } from '../house.ts';
import type { Message } from '../render/message.ts';
import { panelMessage } from '../render/render.ts';

/** What the moderators' channel is told again: proposals that nobody has looked at for a day. */
export const reminders = async ({ editing, index }: House): Promise<readonly Message[]> => {
  if (editing?.channel === undefined) return [];
  const { desk } = editing;
  const overdue = await desk.overdue();
  const { story } = index();
  const panels = await Promise.all(overdue.map((proposal) => reviewPanel({ desk, story }, proposal)));
  return panels.map((panel) => panelMessage({ ...panel, heading: `Still waiting · ${panel.heading}` }));
};
