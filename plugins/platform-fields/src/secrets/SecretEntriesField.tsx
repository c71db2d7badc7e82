import { parseEntityRef } from '@backstage/catalog-model';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { CheckedTextField } from '../check/CheckedTextField';
import type { FieldProps } from '../fields/FieldProps';
import { formErrorsOf } from '../fields/formErrorsOf';
import { readFormValues } from '../fields/readFormValues';
import { RowsField } from '../rows/RowsField';
import { RowTextField } from '../rows/RowTextField';
import { platformFieldsTranslationRef } from '../translation';
import { findSecretProblems, type SecretRow } from './findSecretProblems';
import { validateSecretRows } from './validateSecretRows';

/** Existing keys of the secret store → environment variables. */
export const secretEntriesField = createFormField({
  name: 'SecretEntriesField',
  component: SecretEntriesField,
  validation: validateSecretRows,
});

function SecretEntriesField(props: FieldProps<SecretRow[]>) {
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { platform, owner, name } = readFormValues(props.formContext);
  const rows = props.formData ?? [];
  const problems = findSecretProblems(rows);
  const { formErrors, formErrorsId } = formErrorsOf(props);
  const hasErrors = formErrors.length > 0;
  const prefix = owner ? parseEntityRef(owner).name : undefined;

  return (
    <RowsField
      label={t('secrets.label')}
      description={t('secrets.description')}
      addLabel={t('secrets.add')}
      rowLabel={number => t('secrets.row', { number: String(number) })}
      removeLabel={row => t('rows.remove', { row })}
      rows={rows}
      emptyRow={{ env: '', key: '' }}
      onChange={props.onChange}
      isDisabled={props.disabled}
      errorsId={hasErrors ? formErrorsId : undefined}
    >
      {({ value, index, change, isNew }) => (
        <>
          <RowTextField
            label={t('secrets.env')}
            placeholder="DATABASE_URL"
            value={value.env ?? ''}
            onChange={env => change({ env })}
            problem={problems
              .find(
                problem => problem.index === index && problem.field === 'env',
              )
              ?.say(t)}
            showsEmpty={hasErrors}
            isDisabled={props.disabled}
            takesFocus={isNew}
          />
          <CheckedTextField
            label={t('secrets.key')}
            placeholder={
              prefix && name ? `${prefix}/${name}/database` : undefined
            }
            value={value.key ?? ''}
            onChange={key => change({ key })}
            isDisabled={props.disabled}
            completes
            check={
              platform
                ? {
                    platform,
                    field: 'secretKey',
                    value: value.key ?? '',
                    owner,
                    app: name,
                  }
                : undefined
            }
          />
          <RowTextField
            label={t('secrets.property')}
            value={value.property ?? ''}
            onChange={property =>
              change({ property: property === '' ? undefined : property })
            }
            showsEmpty={false}
            isDisabled={props.disabled}
          />
        </>
      )}
    </RowsField>
  );
}
