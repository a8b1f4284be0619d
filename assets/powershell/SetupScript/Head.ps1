<#
.SYNOPSIS
Makes the changes of one reviewed plan for federation with Skype, or takes them back.

.DESCRIPTION
Run this in the management shell of Lync Server or Skype for Business Server, as a member of RTCUniversalServerAdmins;
assigning a policy to users needs RTCUniversalUserAdmins too.

Before it changes anything, it makes sure that the cmdlets and parameters that it uses are here, that this is the
product that the plan was made for, and that everything that the plan touches is as the plan expects it. Otherwise it
names each difference and stops.

It asks before each change, reads each change back, and stops at the first that is not as wanted. Removing a provider
and creating the one that takes its place belong together: when that fails, or you answer no half-way, the old provider
is created again without another question.

With -WhatIf it reads and checks everything, shows each change, and makes none. With -Confirm:$false it does not ask.

.PARAMETER Rollback
Takes back, last first, what stands of this plan, also after the script was interrupted. It refuses when somebody else
has changed one of the objects since. A plan that was made without reading a deployment does not know what was there.

.PARAMETER IncludeFederationSwitch
Takes back the organisation-wide federation switch too. Without this it stays as it is, because other partners may rely
on it by now.

.PARAMETER TranscriptPath
The file that records what the script shows. It is added to when it exists. The default is a new file beside the script.

.EXAMPLE
PS> .\skype-federation.ps1 -WhatIf

Shows what would be done.

.EXAMPLE
PS> .\skype-federation.ps1

Makes the changes, and asks before each.

.EXAMPLE
PS> powershell.exe -Command "& '.\skype-federation.ps1' -Confirm:`$false"

Makes the changes without asking. The exit code is not 0 when the script refuses or fails. With -File, Windows
PowerShell does not understand -Confirm:$false.

.EXAMPLE
PS> .\skype-federation.ps1 -Rollback

Takes back what stands of the plan, and asks before each step.

.NOTES
The script holds no password and uses no network but that of the cmdlets. It is not signed: where the execution policy
asks for a signature, sign it yourself after you have read it.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High', DefaultParameterSetName = 'Apply')]
param(
    [Parameter(Mandatory = $true, ParameterSetName = 'Rollback')][switch]$Rollback,
    [Parameter(ParameterSetName = 'Rollback')][switch]$IncludeFederationSwitch,
    [string]$TranscriptPath
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
