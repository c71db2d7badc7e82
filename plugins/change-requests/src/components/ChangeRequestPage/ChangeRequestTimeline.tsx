import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { TimelineEvent } from '@internal/plugin-change-requests-common';
import { StatusTone, Timeline } from '@internal/portal-ui';
import { changeRequestsTranslationRef } from '../../translation';
import { Actor } from './Actor';

const tones: Record<TimelineEvent['event'], StatusTone> = {
  requested: 'neutral',
  'attempt-failed': 'warning',
  retried: 'neutral',
  opened: 'announcement',
  adopted: 'announcement',
  updated: 'announcement',
  approved: 'positive',
  merged: 'positive',
  closed: 'warning',
  synced: 'positive',
  healthy: 'positive',
  failed: 'negative',
};

/** What happened to the request, latest first. */
export function ChangeRequestTimeline(props: {
  events: readonly TimelineEvent[];
}) {
  const { t } = useTranslationRef(changeRequestsTranslationRef);
  const latestFirst = [...props.events].sort(
    (a, b) => Date.parse(b.at) - Date.parse(a.at),
  );
  return (
    <Timeline
      label={t('detail.timeline')}
      items={latestFirst.map(event => ({
        at: event.at,
        tone: tones[event.event],
        title: event.actor
          ? t('detail.event.by', {
              event: t(`event.${event.event}`),
              actor: <Actor actor={event.actor} />,
            })
          : t(`event.${event.event}`),
        detail: event.detail && <bdi>{event.detail}</bdi>,
      }))}
    />
  );
}
