import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { createFormField } from '@backstage/plugin-scaffolder-react/alpha';
import { Alert, Button, Select, Skeleton } from '@backstage/ui';
import type { FieldProps } from '../fields/FieldProps';
import { formErrorsOf } from '../fields/formErrorsOf';
import { readFormValues } from '../fields/readFormValues';
import { platformFieldsTranslationRef } from '../translation';
import { useApps } from './useApps';

/** An app that is there, of those the caller may change. */
export const appPicker = createFormField({
  name: 'AppPicker',
  component: AppPicker,
});

function AppPicker(props: FieldProps<string>) {
  const { formData, onChange } = props;
  const { t } = useTranslationRef(platformFieldsTranslationRef);
  const { platform } = readFormValues(props.formContext);
  const apps = useApps(platform);
  if (apps.status === 'loading') {
    return <Skeleton width="100%" height={60} aria-label={t('app.label')} />;
  }
  if (apps.status === 'error') {
    return (
      <Alert
        status="danger"
        role="alert"
        title={t('app.failed')}
        description={apps.error.message}
        customActions={
          <Button variant="secondary" size="small" onPress={apps.reload}>
            {t('platform.retry')}
          </Button>
        }
      />
    );
  }
  const items = (apps.data ?? []).filter(({ changeable }) => changeable);
  if (platform && items.length === 0) {
    return <Alert status="warning" role="alert" title={t('app.none')} />;
  }
  const isForeign =
    formData !== undefined &&
    apps.data !== undefined &&
    !items.some(({ name }) => name === formData);
  const { formErrors, formErrorsId } = formErrorsOf(props);
  return (
    <>
      <Select
        id={props.idSchema.$id}
        label={t('app.label')}
        description={t('app.description')}
        secondaryLabel={t('field.required')}
        placeholder={t('app.placeholder')}
        searchable
        searchPlaceholder={t('app.search')}
        options={items.map(({ name }) => ({ id: name, label: name }))}
        value={formData ?? null}
        onChange={key => onChange(key === null ? undefined : String(key))}
        isRequired={props.required}
        isDisabled={props.disabled || platform === undefined}
        validationBehavior="aria"
        isInvalid={formErrors.length > 0}
        aria-describedby={formErrors.length > 0 ? formErrorsId : undefined}
      />
      {isForeign && (
        <Alert
          status="warning"
          role="status"
          title={t('app.foreign', { app: formData })}
        />
      )}
    </>
  );
}
