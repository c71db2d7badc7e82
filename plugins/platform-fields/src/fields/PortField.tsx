import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { platformFieldsTranslationRef } from '../translation';
import { CountField } from './CountField';
import type { FieldProps } from './FieldProps';

/** Port of the container. */
export const portField = createFormField({
  name: 'PortField',
  component: PortField,
});

function PortField(props: FieldProps<number>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CountField
      fieldProps={props}
      label={t('port.label')}
      description={t('port.description')}
    />
  );
}
