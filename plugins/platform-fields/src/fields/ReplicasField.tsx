import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { platformFieldsTranslationRef } from '../translation';
import { CountField } from './CountField';
import type { FieldProps } from './FieldProps';

/** Number of pods. */
export const replicasField = createFormField({
  name: 'ReplicasField',
  component: ReplicasField,
});

function ReplicasField(props: FieldProps<number>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CountField
      fieldProps={props}
      label={t('replicas.label')}
      description={t('replicas.description')}
    />
  );
}
