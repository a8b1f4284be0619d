# Errors of the practice cmdlets. The table is Errors.psd1.

$script:PracticeErrors = Read-DataFile "$PSScriptRoot/Errors.psd1"

function Stop-Practice {
    <#
    .SYNOPSIS
    Throws an error of the table: for what no cmdlet can go on from, such as a state file that cannot be used.
    #>
    param(
        [Parameter(Mandatory = $true)][string]$Id,
        [AllowNull()]$Target,
        [object[]]$Values = @($Target)
    )

    throw (New-PracticeError $Id $Target $Values)
}

function New-PracticeError {
    <#
    .SYNOPSIS
    An error of the table as a record. A cmdlet's action returns it instead of its output; Invoke-PracticeCmdlet reports
    it.
    .NOTES
    Refusals are data, not exceptions: PowerShell notes even a caught exception in the caller's -ErrorVariable and
    $Error.
    #>
    param([string]$Id, [AllowNull()]$Target, [object[]]$Values = @($Target))

    $definition = $script:PracticeErrors[$Id]
    $message = [string]::Format([System.Globalization.CultureInfo]::InvariantCulture, $definition.Text, $Values)
    $exception = switch ($definition.Category) {
        'ObjectNotFound' { [System.Management.Automation.ItemNotFoundException]::new($message) }
        'InvalidArgument' { [System.ArgumentException]::new($message) }
        'InvalidData' { [System.IO.InvalidDataException]::new($message) }
        'PermissionDenied' { [System.UnauthorizedAccessException]::new($message) }
        default { [System.InvalidOperationException]::new($message) }
    }
    return [System.Management.Automation.ErrorRecord]::new($exception, $Id, $definition.Category, $Target)
}
