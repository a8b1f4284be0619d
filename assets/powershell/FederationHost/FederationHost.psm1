# The PowerShell end of the wire: one request line in, one answer line out. See ../README.md for the protocol.
Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'

. "$PSScriptRoot/../Shared/DataFiles.ps1"
. "$PSScriptRoot/Serialization.ps1"
. "$PSScriptRoot/Capture.ps1"
. "$PSScriptRoot/Deployment.ps1"
. "$PSScriptRoot/Operator.ps1"
. "$PSScriptRoot/Connect.ps1"
. "$PSScriptRoot/Snapshot.ps1"
. "$PSScriptRoot/Execute.ps1"
. "$PSScriptRoot/Export.ps1"
. "$PSScriptRoot/Request.ps1"

$script:AllowedCmdlets = Read-DataFile "$PSScriptRoot/AllowedCmdlets.psd1"
$script:Products = Read-DataFile "$PSScriptRoot/Products.psd1"

# The deployment that the last successful connect chose; $null before it. See Connect-Deployment.
$script:Deployment = $null

Export-ModuleMember -Function Invoke-FederationRequest
