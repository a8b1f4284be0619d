# A practice deployment: the management shell's federation cmdlets over one JSON file. See ../README.md.
# How long an import takes is how many different things it does for the first time, not how often: PowerShell compiles
# each method, property and operator, once for every type that it meets, and a process begins with none. So what runs in
# every session uses few of them: tables by index, loops in place of pipelines, functions without [Parameter].
param(
    # The state file. Empty: the environment variable PRACTICE_LYNC_STATE, else the profile's file in the local
    # application data folder.
    [string]$StatePath,
    # The product whose cmdlets and parameters exist: an entry in Reference/Profiles.ps1.
    [string]$ProfileName,
    # A list of faults to play, for tests and for learning what a failure looks like. Empty: none.
    [string]$FaultsPath,
    # True for a program, which prints no objects and needs no views of them.
    $PrintsNothing
)
# No $ErrorActionPreference here: the cmdlets would take it for their caller's, and an error for one object would end a
# pipeline.
Set-StrictMode -Version Latest

. "$PSScriptRoot/../Shared/Json.ps1"
. "$PSScriptRoot/Objects.ps1"
. "$PSScriptRoot/Product.ps1"
. "$PSScriptRoot/State.ps1"
. "$PSScriptRoot/StateShape.ps1"
. "$PSScriptRoot/Invocation.ps1"
. "$PSScriptRoot/Cmdlets/PublicProvider.ps1"
. "$PSScriptRoot/Cmdlets/PublicProviderChange.ps1"
. "$PSScriptRoot/Cmdlets/ExternalAccessPolicy.ps1"
. "$PSScriptRoot/Cmdlets/ExternalAccessPolicyGrant.ps1"
. "$PSScriptRoot/Cmdlets/AccessEdgeConfiguration.ps1"
. "$PSScriptRoot/Cmdlets/Replication.ps1"
. "$PSScriptRoot/Cmdlets/Discovery.ps1"

if (-not $ProfileName) { $ProfileName = $script:DefaultProfileName }
# The faults to play; $null when there are none, which is how people practise.
$script:Faults = $null
# The try makes every error in here end the import.
try {
    $script:PracticeProfile = Import-PracticeProfile $ProfileName
    if ($FaultsPath) {
        . "$PSScriptRoot/Faults.ps1"
        $script:Faults = Import-PracticeFault $FaultsPath
    }
    $script:StatePath = Resolve-PracticeStatePath $StatePath $ProfileName
    Initialize-PracticeState
}
catch { throw }
