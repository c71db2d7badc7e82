import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { prefilled } from '../apps/prefilled';
import { platformFieldsTranslationRef } from '../translation';
import { CountField } from './CountField';
import type { FieldProps } from './FieldProps';

/** Number of pods. */
export const replicasField = createFormField({
  name: 'ReplicasField',
  component: prefilled(ReplicasField, app => app.workloads[0]?.replicas),
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
