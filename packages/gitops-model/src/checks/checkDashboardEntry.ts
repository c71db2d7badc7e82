import type { Finding } from '../finding/Finding';
import type { OperationOf } from '../operation/Operation';
import type { CheckContext } from './CheckContext';
import { checkPlainSecret } from './checkPlainSecret';
import { checkText } from './checkText';
import { quoteValue } from './quoteValue';
import { refusal } from './refusal';

const iconShape = /^[A-Za-z0-9][A-Za-z0-9._-]*$/;

/** The texts and the host of a link on the dashboard. */
export function checkDashboardEntry(
  operation: OperationOf<'add-dashboard-entry'>,
  { model }: Pick<CheckContext, 'model'>,
): Finding[] {
  const { app, title, group, host, icon, description } = operation;
  const isServed = model.routes.some(
    route => route.app === app && route.hostnames.includes(host),
  );
  return [
    ...checkWords(title, 'title'),
    ...checkWords(group, 'group'),
    ...(description === undefined
      ? []
      : checkWords(description, 'description')),
    ...(icon === undefined || iconShape.test(icon)
      ? []
      : [
          refusal('text-unsafe', {
            message: `${quoteValue(icon)} names no icon.`,
            fix: 'Write the name of an icon, such as “notes.svg”.',
            field: 'icon',
          }),
        ]),
    ...(isServed
      ? []
      : [
          refusal('dashboard-link-dead', {
            message: `No route of ${app} serves ${quoteValue(host)}.`,
            fix: 'Choose a host of the app, or add a route first.',
            field: 'host',
          }),
        ]),
  ];
}

/** The dashboard replaces what stands in double braces by its own secrets. */
function checkWords(
  text: string,
  field: 'title' | 'group' | 'description',
): Finding[] {
  const isEmpty = text.trim() === '';
  return isEmpty || /\{\{|\}\}/.test(text)
    ? [
        refusal('text-unsafe', {
          message: isEmpty
            ? `The ${field} is empty.`
            : `The ${field} holds double braces, which the dashboard replaces.`,
          fix: 'Write plain words.',
          field,
        }),
      ]
    : [...checkText(text, field), ...checkPlainSecret(text, field)];
}
