import { Switch, Text } from '@backstage/ui';
import { useId } from 'react';
import type { FieldProps } from './FieldProps';
import styles from './SwitchField.module.css';

/** Something that is wanted or not, and what that means. */
export function SwitchField(props: {
  fieldProps: FieldProps<boolean>;
  label: string;
  description: string;
  isDisabled?: boolean;
}) {
  const { fieldProps, label, description, isDisabled } = props;
  const descriptionId = useId();
  return (
    <div className={styles.root}>
      <Switch
        id={fieldProps.idSchema.$id}
        label={label}
        isSelected={fieldProps.formData ?? false}
        onChange={fieldProps.onChange}
        isDisabled={fieldProps.disabled || isDisabled}
        aria-describedby={descriptionId}
      />
      <Text id={descriptionId} as="p" variant="body-small" color="secondary">
        {description}
      </Text>
    </div>
  );
}
