import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { platformFieldsTranslationRef } from '../translation';
import { CountField } from './CountField';
import type { FieldProps } from './FieldProps';

/** Most pods an autoscaler starts. */
export const maxReplicasField = createFormField({
  name: 'MaxReplicasField',
  component: MaxReplicasField,
});

function MaxReplicasField(props: FieldProps<number>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CountField
      fieldProps={props}
      label={t('maxReplicas.label')}
      description={t('maxReplicas.description')}
    />
  );
}
