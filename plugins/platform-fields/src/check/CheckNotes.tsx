import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Text } from '@backstage/ui';
import type { FindingDto } from '@internal/plugin-change-requests-common';
import { StatusLabel } from '@internal/portal-ui';
import { platformFieldsTranslationRef } from '../translation';
import { toSentence } from './toSentence';
import type { FieldCheckState } from './useFieldCheck';

/** What a check has to say besides errors; read out when it changes. */
export function CheckNotes(props: {
  id: string;
  state: FieldCheckState;
  notes: readonly FindingDto[];
}) {
  const { id, state, notes } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <div id={id} role="status">
      {state.status === 'unavailable' && (
        <StatusLabel tone="neutral">{t('check.unavailable')}</StatusLabel>
      )}
      {notes.map(note => (
        <Text key={note.code} as="p" variant="body-small" dir="auto">
          <StatusLabel
            tone={note.severity === 'warning' ? 'warning' : 'announcement'}
          >
            {toSentence(note)}
          </StatusLabel>
        </Text>
      ))}
    </div>
  );
}
