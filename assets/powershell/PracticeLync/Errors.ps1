# Errors of the practice cmdlets. The table is Errors.psd1.

$script:PracticeErrors = Read-DataFile "$PSScriptRoot/Errors.psd1"

function Stop-Practice {
    <#
    .SYNOPSIS
    Ends the cmdlet's work with an error of the table. Invoke-PracticeCmdlet turns it into the cmdlet's error record.
    #>
    param(
        [Parameter(Mandatory = $true)][string]$Id,
        [AllowNull()]$Target,
        [object[]]$Values = @($Target)
    )

    throw (New-PracticeError $Id $Target $Values)
}

function New-PracticeError {
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
