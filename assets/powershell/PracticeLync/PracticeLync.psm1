# A practice deployment: the management shell's federation cmdlets over one JSON file. See ../README.md.
param(
    # The state file. Empty: the environment variable PRACTICE_LYNC_STATE, else the profile's file in the local
    # application data folder.
    [string]$StatePath,
    # The product whose cmdlets and parameters exist: a file in Profiles.
    [string]$ProfileName,
    # A list of faults to play, for tests and for learning what a failure looks like. Empty: none.
    [string]$FaultsPath
)
# No $ErrorActionPreference here: the cmdlets would take it for their caller's, and an error for one object would end a
# pipeline.
Set-StrictMode -Version Latest

. "$PSScriptRoot/../Shared/DataFiles.ps1"
. "$PSScriptRoot/Types.ps1"
. "$PSScriptRoot/Errors.ps1"
. "$PSScriptRoot/Profile.ps1"
. "$PSScriptRoot/Parameters.ps1"
. "$PSScriptRoot/Objects.ps1"
. "$PSScriptRoot/State.ps1"
. "$PSScriptRoot/StateShape.ps1"
. "$PSScriptRoot/Faults.ps1"
. "$PSScriptRoot/Invocation.ps1"
. "$PSScriptRoot/Cmdlets/PublicProvider.ps1"
. "$PSScriptRoot/Cmdlets/PublicProviderChange.ps1"
. "$PSScriptRoot/Cmdlets/ExternalAccessPolicy.ps1"
. "$PSScriptRoot/Cmdlets/ExternalAccessPolicyGrant.ps1"
. "$PSScriptRoot/Cmdlets/AccessEdgeConfiguration.ps1"
. "$PSScriptRoot/Cmdlets/Replication.ps1"
. "$PSScriptRoot/Cmdlets/Discovery.ps1"

if (-not $ProfileName) { $ProfileName = $script:DefaultProfileName }
# The try makes every error in here end the import.
try {
    $script:PracticeProfile = Import-PracticeProfile $ProfileName
    $script:Faults = Import-PracticeFault $FaultsPath
    $script:StatePath = Resolve-PracticeStatePath $StatePath $ProfileName
    Initialize-PracticeState
}
catch { throw }

Export-ModuleMember -Function @($script:Reference.Keys)
