import { addContactsText as text } from '../../core/texts/pages/add-contacts.ts';
import { stepTitles } from '../../core/texts/pages/steps.ts';
import { StepPage } from '../shell/step-page.tsx';
import { ContactHandOut } from './add-contacts/contact-hand-out.tsx';
import { ContactResults } from './add-contacts/contact-results.tsx';
import { ContactSource } from './add-contacts/contact-source.tsx';

/** What users type to add a Skype contact, for one or for a list, and the hand-out that tells them how. */
export function AddContactsPage() {
  return (
    <StepPage title={stepTitles['add-contacts']} lead={text.lead}>
      <ContactSource />
      <ContactResults />
      <ContactHandOut />
    </StepPage>
  );
}
