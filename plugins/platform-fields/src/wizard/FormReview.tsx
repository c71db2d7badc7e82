import type { TemplateEntityV1beta3 } from '@backstage/plugin-scaffolder-common';
import type { ReviewStepProps } from '@backstage/plugin-scaffolder-react';
import { createContext, useContext } from 'react';
import { ReviewStep } from '../review/ReviewStep';

/** What the review needs to know and the scaffolder does not hand on. */
export const FormReviewContext = createContext<
  | {
      template: TemplateEntityV1beta3;
      isSubmitting: boolean;
      failure?: Error;
    }
  | undefined
>(undefined);

/** Puts {@link ReviewStep} where the scaffolder's form shows its own. */
export function FormReview(props: ReviewStepProps) {
  const review = useContext(FormReviewContext);
  if (!review) {
    throw new Error('FormReview is part of a TemplateForm.');
  }
  return (
    <ReviewStep
      {...review}
      values={props.formData}
      onBack={props.handleBack}
      onSubmit={props.handleCreate}
    />
  );
}
