# The PowerShell end of the wire: one request line in, one answer line out. See ../README.md for the protocol, and the
# head of ../PracticeLync/PracticeLync.psm1 for what makes an import and a first request slow.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

# First of all: loading the rest takes time in which the owner may end.
. "$PSScriptRoot/Owner.ps1"
if ($env:FEDERATION_OWNER_PROCESS -match '\A[0-9]{1,9}\z') { Watch-Owner -ProcessId $env:FEDERATION_OWNER_PROCESS }

. "$PSScriptRoot/../Shared/Json.ps1"
. "$PSScriptRoot/Serialization.ps1"
. "$PSScriptRoot/Deployment.ps1"
. "$PSScriptRoot/Connect.ps1"
. "$PSScriptRoot/Snapshot.ps1"
. "$PSScriptRoot/Execute.ps1"
. "$PSScriptRoot/Export.ps1"
. "$PSScriptRoot/Request.ps1"

$script:AllowedCmdlets = . "$PSScriptRoot/AllowedCmdlets.ps1"

# The deployment that the last successful connect chose; $null before it. See Connect-Deployment.
$script:Deployment = $null
