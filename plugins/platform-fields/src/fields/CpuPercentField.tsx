import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { platformFieldsTranslationRef } from '../translation';
import { CountField } from './CountField';
import type { FieldProps } from './FieldProps';

/** Mean load an autoscaler keeps, in percent of the CPU request. */
export const cpuPercentField = createFormField({
  name: 'CpuPercentField',
  component: CpuPercentField,
});

function CpuPercentField(props: FieldProps<number>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  return (
    <CountField
      fieldProps={props}
      label={t('cpuPercent.label')}
      description={t('cpuPercent.description')}
    />
  );
}
