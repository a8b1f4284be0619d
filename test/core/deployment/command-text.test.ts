import { describe, expect, it } from 'vitest';
import { commandText, quoted } from '../../../core/deployment/command-text.ts';

describe('the text of a command', () => {
  it('quotes strings, names enum values and spells switches and booleans as PowerShell does', () => {
    expect(
      commandText({
        cmdlet: 'New-CsPublicProvider',
        parameters: { Identity: 'Skype', Enabled: true, VerificationLevel: 'UseSourceVerification' },
      }),
    ).toBe("New-CsPublicProvider -Identity 'Skype' -Enabled $true -VerificationLevel UseSourceVerification");
    expect(commandText({ cmdlet: 'Get-CsService', parameters: { EdgeServer: true } })).toBe(
      'Get-CsService -EdgeServer',
    );
    expect(
      commandText({ cmdlet: 'Grant-CsExternalAccessPolicy', parameters: { Identity: 'ann', PolicyName: null } }),
    ).toBe("Grant-CsExternalAccessPolicy -Identity 'ann' -PolicyName $null");
  });

  it('doubles every character that ends a single-quoted string', () => {
    expect(quoted("a'b\u2018c\u2019d\u201Ae\u201Bf")).toBe(
      "'a''b\u2018\u2018c\u2019\u2019d\u201A\u201Ae\u201B\u201Bf'",
    );
  });

  it('puts the stop-parsing token in brackets, where it is a value like any other', () => {
    const text = commandText({ cmdlet: 'New-CsPublicProvider', parameters: { Identity: '--%', IconUrl: '| calc' } });
    expect(text).toBe("New-CsPublicProvider -Identity ('--%') -IconUrl '| calc'");
  });

  it('quotes an enum value that is no plain name', () => {
    expect(commandText({ cmdlet: 'Set-CsPublicProvider', parameters: { VerificationLevel: '$(calc)' } })).toBe(
      "Set-CsPublicProvider -VerificationLevel '$(calc)'",
    );
  });
});
