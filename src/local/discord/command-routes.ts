import type { APIApplicationCommand } from 'discord-api-types/v10';
import { Problem } from './problem.ts';
import { published } from './published.ts';
import type { Call, Route } from './route.ts';
import type { World } from './world.ts';

/** The routes under which commands are published, for the global ones or for one server's. */
export function commandRoutes(world: World, path: string): Route[] {
  const desk = ({ app, guild }: Call) => {
    if (app !== world.bot.id) throw new Problem(20012);
    if (guild !== undefined && !world.guilds.some(({ id }) => id === guild)) throw new Problem(50001);
    return published(world, guild);
  };
  const one = `${path}/:command`;
  return [
    {
      method: 'GET',
      path,
      run(call) {
        const isWhole = call.query.get('with_localizations') === 'true';
        const all = desk(call).list();
        return [200, isWhole ? all : all.map(withoutTranslations)];
      },
    },
    { method: 'PUT', path, run: (call) => [200, desk(call).replaceAll(call.body)] },
    {
      method: 'POST',
      path,
      run(call) {
        const { command, isNew } = desk(call).create(call.body);
        return [isNew ? 201 : 200, command];
      },
    },
    { method: 'GET', path: one, run: (call) => [200, desk(call).get(call.command ?? '')] },
    { method: 'PATCH', path: one, run: (call) => [200, desk(call).change(call.command ?? '', call.body)] },
    {
      method: 'DELETE',
      path: one,
      run(call) {
        desk(call).remove(call.command ?? '');
        return [204];
      },
    },
  ];
}

function withoutTranslations(command: APIApplicationCommand): unknown {
  return JSON.parse(
    JSON.stringify(command, (field, value) => (field.endsWith('_localizations') ? undefined : value)),
  );
}
