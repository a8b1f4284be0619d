# The one .NET type of the management shell that scripts name: the verification level.

function Get-VerificationLevelType {
    <#
    .SYNOPSIS
    The enum under its real full name. The type stays for the life of the process; importing again finds it.
    .NOTES
    Zero-based numbers: the order of the names in the cmdlet reference, and the .NET default.
    #>
    $namespace = 'Microsoft.Rtc.Management.WritableConfig.Settings.Edge'
    $existing = "$namespace.VerificationLevelType" -as [type]
    if ($null -ne $existing) { return $existing }

    $name = [System.Reflection.AssemblyName]::new('PracticeLync.Types')
    $assembly = [System.Reflection.Emit.AssemblyBuilder]::DefineDynamicAssembly(
        $name, [System.Reflection.Emit.AssemblyBuilderAccess]::Run)
    $enum = $assembly.DefineDynamicModule('PracticeLync.Types').DefineEnum(
        "$namespace.VerificationLevelType", [System.Reflection.TypeAttributes]::Public, [int])
    [void]$enum.DefineLiteral('AlwaysVerifiable', 0)
    [void]$enum.DefineLiteral('AlwaysUnverifiable', 1)
    [void]$enum.DefineLiteral('UseSourceVerification', 2)
    return $enum.CreateTypeInfo().AsType()
}

$script:VerificationLevelType = Get-VerificationLevelType
$script:VerificationLevelNames = [System.Enum]::GetNames($script:VerificationLevelType)
