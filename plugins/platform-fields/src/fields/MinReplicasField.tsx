import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { platformFieldsTranslationRef } from '../translation';
import { CountField } from './CountField';
import type { FieldProps } from './FieldProps';

/** Fewest pods an autoscaler leaves. */
export const minReplicasField = createFormField({
  name: 'MinReplicasField',
  component: MinReplicasField,
});

function MinReplicasField(props: FieldProps<number>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CountField
      fieldProps={props}
      label={t('minReplicas.label')}
      description={t('minReplicas.description')}
    />
  );
}
