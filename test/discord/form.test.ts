import { ComponentType } from 'discord-api-types/v10';
import { expect, expectTypeOf, test } from 'vitest';
import { form, line, lines, oneOfThese, paragraph } from '../../src/discord/form.ts';
import { stepPress } from '../../src/discord/press.ts';
import { modal } from '../../src/discord/render/modal.ts';

const asked = form('Correct a fact', {
  text: paragraph({ label: 'The fact', most: 330 }),
  sure: oneOfThese('How sure', [
    { value: 'stated', label: 'stated' },
    { value: 'unknown', label: 'not known' },
  ]),
  when: line({ label: 'When', most: 10, required: false }),
  asked: lines({ label: 'Ways of asking', most: 1000 }),
});

test('a form opens filled with what is known', () => {
  const shown = modal(
    asked.open(stepPress('words', '7'), { text: 'It **was**.', sure: 'unknown', asked: ['a', 'b'] }),
  );
  expect(shown).toMatchObject({ custom_id: 'step:0::words:7', title: 'Correct a fact' });
  expect(shown.components).toMatchObject([
    {
      type: ComponentType.Label,
      label: 'The fact',
      component: { type: ComponentType.TextInput, custom_id: 'text', value: 'It **was**.', max_length: 330 },
    },
    {
      component: {
        type: ComponentType.StringSelect,
        custom_id: 'sure',
        options: [{ value: 'unknown', default: true }, { value: 'stated' }],
      },
    },
    { component: { custom_id: 'when', required: false } },
    { component: { custom_id: 'asked', value: 'a\nb' } },
  ]);
});

test('what comes back is read into the same values; a forged choice falls back on the first', () => {
  const values = asked.read(
    new Map([
      ['text', ['It', 'was.']],
      ['sure', ['certain']],
      ['asked', ['a', 'b']],
    ]),
  );
  expect(values).toEqual({ text: 'It was.', sure: 'stated', when: '', asked: ['a', 'b'] });
  expectTypeOf(values.sure).toEqualTypeOf<'stated' | 'unknown'>();
});

test('nothing that is shown passes Discord’s limits', () => {
  const long = 'x'.repeat(5000);
  const shown = modal(
    form(long, { a: line({ label: long, about: long, example: long, most: 9000 }) }).open(stepPress('a'), {
      a: long,
    }),
  );
  expect(shown.title).toHaveLength(45);
  expect(shown.components).toMatchObject([
    { component: { max_length: 4000, value: expect.stringMatching(/^x{3999}…$/) } },
  ]);
  expect(JSON.stringify(shown.components[0]).length).toBeLessThan(4500);
});

test('a form of no field, or of six, is a bug', () => {
  const field = line({ label: 'a', most: 9 });
  expect(() => modal(form('t', {}).open(stepPress('a')))).toThrow('1 to 5 fields');
  expect(() =>
    modal(form('t', { a: field, b: field, c: field, d: field, e: field, f: field }).open(stepPress('a'))),
  ).toThrow('1 to 5 fields');
});
