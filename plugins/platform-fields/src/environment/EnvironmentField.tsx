import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import type { FieldProps } from '../fields/FieldProps';
import { formErrorsOf } from '../fields/formErrorsOf';
import { RowsField } from '../rows/RowsField';
import { RowTextField } from '../rows/RowTextField';
import { validateRows } from '../rows/RowProblem';
import { platformFieldsTranslationRef } from '../translation';
import {
  findEnvironmentProblems,
  type EnvironmentRow,
} from './findEnvironmentProblems';

/** Plain environment variables; never secrets. */
export const environmentField = createFormField({
  name: 'EnvironmentField',
  component: EnvironmentField,
  validation: validateRows(findEnvironmentProblems),
});

function EnvironmentField(props: FieldProps<EnvironmentRow[]>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const rows = props.formData ?? [];
  const problems = findEnvironmentProblems(rows);
  const { formErrors, formErrorsId } = formErrorsOf(props);
  const hasErrors = formErrors.length > 0;

  return (
    <RowsField
      label={t('env.label')}
      description={t('env.description')}
      addLabel={t('env.add')}
      rowLabel={number => t('env.row', { number: String(number) })}
      removeLabel={row => t('rows.remove', { row })}
      rows={rows}
      emptyRow={{ name: '', value: '' }}
      onChange={props.onChange}
      isDisabled={props.disabled}
      errorsId={hasErrors ? formErrorsId : undefined}
    >
      {({ value, index, change, isNew }) => {
        const problemOf = (field: keyof EnvironmentRow) =>
          problems
            .find(problem => problem.index === index && problem.field === field)
            ?.say(t);
        return (
          <>
            <RowTextField
              label={t('env.name')}
              value={value.name ?? ''}
              onChange={name => change({ name })}
              problem={problemOf('name')}
              showsEmpty={hasErrors}
              isDisabled={props.disabled}
              takesFocus={isNew}
            />
            <RowTextField
              label={t('env.value')}
              value={value.value ?? ''}
              onChange={next => change({ value: next })}
              problem={problemOf('value')}
              showsEmpty={hasErrors}
              isDisabled={props.disabled}
            />
          </>
        );
      }}
    </RowsField>
  );
}
