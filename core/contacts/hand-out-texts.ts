import type { HandOutLanguage } from './contact-choices.ts';

/** What the hand-out for users says in one language. */
export interface HandOutTexts {
  readonly title: string;
  readonly notice: string;
  readonly sections: {
    readonly before: { readonly heading: string; readonly points: readonly string[] };
    readonly address: {
      readonly heading: string;
      readonly rule: (microsoftDomains: string) => string;
      readonly head: readonly [email: string, address: string];
      /** Domains of the examples that are not Microsoft's own. */
      readonly others: readonly string[];
      readonly note: string;
    };
    readonly add: { readonly heading: string; readonly steps: readonly string[]; readonly note: string };
    readonly expect: { readonly heading: string; readonly points: readonly string[] };
    readonly alerts: { readonly heading: string; readonly steps: readonly string[]; readonly note: string };
  };
}

const english: HandOutTexts = {
  title: 'Adding a Skype contact in Lync or Skype for Business',
  notice:
    'Microsoft ended Skype for consumers on 5 May 2025. A contact in Skype can still be added, but it stays offline, and messages do not reach it. This page describes how contacts are added where such a service is there.',
  sections: {
    before: {
      heading: 'What you need',
      points: [
        "The e-mail address of the person's Microsoft account, with which they sign in to Skype. A Skype name does not work.",
        'The person has to sign in with that Microsoft account, or to have merged their Skype account with it.',
      ],
    },
    address: {
      heading: 'The address to type',
      rule: (domains) =>
        `If the e-mail address ends in one of these domains, type it as it is: ${domains}. In any other, put the domain in brackets and add @msn.com.`,
      head: ['E-mail address', 'Type this'],
      others: ['contoso.com', 'fabrikam.example'],
      note: 'Type it exactly so: the name, the domain in brackets without a space, then @msn.com. An address that is in this form already stays as it is. Newer clients may change the e-mail address by themselves where your administrator has set that up.',
    },
    add: {
      heading: 'How to add the contact',
      steps: [
        'After the change on the server, sign out of the client and in again once.',
        'Choose Add a Contact, then Add a Contact Not in My Organization, then Skype.',
        'Type the address from the table above, and choose a group and a privacy relationship.',
        'Ask the person to accept the request. They can also add you, by the address with which you sign in.',
      ],
      note: 'The client does not check the address: a wrong one is added too, and stays offline. If a contact stays offline, compare the address letter by letter. The names of menus differ a little between versions.',
    },
    expect: {
      heading: 'What to expect',
      points: [
        'Presence and messages may not work until both of you have accepted.',
        'You can exchange messages and make audio calls; video came with later versions.',
        'Conversations are between two people; a Skype contact cannot be added to a group conversation or be sent files.',
        'It does not work in Lync Phone Edition, Lync Attendant and Lync Web App.',
      ],
    },
    alerts: {
      heading: 'Alerts worth setting',
      steps: [
        'Choose Tools, Options, Alerts.',
        'Tick that you are told when someone adds you to his or her contact list.',
        'Under Contacts not using Lync, choose to allow invites but block all other communications.',
      ],
      note: 'You then see who wants to add you, and strangers cannot write or call before you have accepted.',
    },
  },
};

const german: HandOutTexts = {
  title: 'Einen Skype-Kontakt in Lync oder Skype for Business hinzufügen',
  notice:
    'Microsoft hat Skype für Privatkunden am 5. Mai 2025 eingestellt. Ein Kontakt in Skype lässt sich noch hinzufügen, bleibt aber offline, und Nachrichten erreichen ihn nicht. Diese Seite beschreibt, wie Kontakte hinzugefügt werden, wo es einen solchen Dienst gibt.',
  sections: {
    before: {
      heading: 'Was Sie brauchen',
      points: [
        'Die E-Mail-Adresse des Microsoft-Kontos, mit dem sich die Person bei Skype anmeldet. Ein Skype-Name genügt nicht.',
        'Die Person muss sich mit diesem Microsoft-Konto anmelden oder ihr Skype-Konto damit zusammengeführt haben.',
      ],
    },
    address: {
      heading: 'Die Adresse, die Sie eingeben',
      rule: (domains) =>
        `Endet die E-Mail-Adresse auf eine dieser Domänen, geben Sie sie unverändert ein: ${domains}. Bei jeder anderen setzen Sie die Domäne in Klammern und fügen @msn.com an.`,
      head: ['E-Mail-Adresse', 'Das geben Sie ein'],
      others: ['contoso.com', 'fabrikam.example'],
      note: 'Geben Sie sie genau so ein: den Namen, die Domäne in Klammern ohne Leerzeichen, dann @msn.com. Eine Adresse, die schon diese Form hat, bleibt, wie sie ist. Neuere Programme ändern die E-Mail-Adresse von selbst, wenn Ihre Administratoren das eingerichtet haben.',
    },
    add: {
      heading: 'So fügen Sie den Kontakt hinzu',
      steps: [
        'Melden Sie sich nach der Umstellung auf dem Server einmal ab und wieder an.',
        'Wählen Sie Kontakt hinzufügen, dann Externen Kontakt hinzufügen, dann Skype.',
        'Geben Sie die Adresse aus der Tabelle oben ein, und wählen Sie eine Gruppe und eine private Beziehung.',
        'Bitten Sie die Person, die Anfrage anzunehmen. Sie kann auch Sie hinzufügen, mit der Adresse, mit der Sie sich anmelden.',
      ],
      note: 'Das Programm prüft die Adresse nicht: Auch eine falsche wird hinzugefügt und bleibt offline. Bleibt ein Kontakt offline, vergleichen Sie die Adresse Buchstabe für Buchstabe. Die Namen der Menüs sind je nach Version etwas anders.',
    },
    expect: {
      heading: 'Was Sie erwarten können',
      points: [
        'Anwesenheit und Nachrichten funktionieren unter Umständen erst, wenn beide Seiten angenommen haben.',
        'Sie können Nachrichten austauschen und Audioanrufe führen; Video kam mit späteren Versionen dazu.',
        'Unterhaltungen sind zu zweit; ein Skype-Kontakt kann nicht in eine Gruppenunterhaltung geholt werden und keine Dateien erhalten.',
        'In Lync Phone Edition, Lync Attendant und Lync Web App funktioniert es nicht.',
      ],
    },
    alerts: {
      heading: 'Benachrichtigungen, die sich lohnen',
      steps: [
        'Wählen Sie Extras, Optionen, Benachrichtigungen.',
        'Lassen Sie sich informieren, wenn andere Benutzer Sie zu ihrer Kontaktliste hinzufügen.',
        'Wählen Sie bei den Kontakten, die Lync nicht verwenden, dass Einladungen zugelassen und alle anderen Mitteilungen blockiert werden.',
      ],
      note: 'So sehen Sie, wer Sie hinzufügen möchte, und Fremde können nicht schreiben oder anrufen, bevor Sie angenommen haben.',
    },
  },
};

/** The hand-out in each language. */
export const handOutTexts: Readonly<Record<HandOutLanguage, HandOutTexts>> = { en: english, de: german };
