import { z } from 'zod';

const optionalText = z.string().optional().catch(undefined);

const formValuesSchema = z.object({
  platform: optionalText,
  name: optionalText,
  category: optionalText,
  owner: optionalText,
  exposed: z.boolean().optional().catch(undefined),
  host: optionalText,
});

const contextSchema = z.object({ formData: formValuesSchema });

export type FormValues = z.infer<typeof formValuesSchema>;

/** What the other fields hold, all pages together, from `formContext`. */
export function readFormValues(formContext: unknown): FormValues {
  const parsed = contextSchema.safeParse(formContext);
  return parsed.success ? parsed.data.formData : {};
}

/** The same from the form data a validation gets. */
export function parseFormValues(formData: unknown): FormValues {
  return readFormValues({ formData });
}
