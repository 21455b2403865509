; The installer for Windows: for one person without administrator, or for all users of a computer.
; installer.py compiles it and names everything in capitals on the command line:
; NAME, PROGRAM, CONSOLE, VERSION, TARGET, BUNDLE, REMOVAL, KIBIBYTES, ICON, COMPRESSOR, OUT; to
; sign, SIGN. ENDED_CLOSED and the like are its exit codes.
;
;   /S            ask nothing
;   /ALLUSERS     install for all users, into Program Files; as an administrator or the system
;   /CURRENTUSER  install for this user, also where an administrator starts it over another copy
;   /D=FOLDER     install there; last on the line, without quotes
; The uninstaller knows by its folder whom it was installed for, and takes
;   /S            ask nothing
;   /FORGET       delete the kept tokens of who runs it, without asking; silent without it, they stay
;   _?=FOLDER     its own folder, last and without quotes: it waits, and its exit code is true.
;                 Without it Windows runs a copy, and the one that was started ends at once with 0

Unicode true
Target ${TARGET}
ManifestDPIAware true
SetCompressor ${COMPRESSOR}
Name "${NAME}"
OutFile "${OUT}"
InstallDir "" ; so that it tells in .onInit what /D= named
BrandingText "${NAME} ${VERSION}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "${NAME}"
VIAddVersionKey /LANG=0 "FileDescription" "${NAME}, installer"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "${NAME} authors, MIT licence"

!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

; No rights are asked for at the start: who has those of an administrator may install for all.
!define MULTIUSER_EXECUTIONLEVEL Standard
!define MULTIUSER_EXECUTIONLEVEL_ALLUSERS
!define MULTIUSER_MUI
!define MULTIUSER_NOUNINSTALL ; it finds out by itself: un.onInit
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "Software\${PROGRAM}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "Software\${PROGRAM}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "Folder"
!define MULTIUSER_USE_PROGRAMFILES64
!include "MultiUser.nsh"
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define APPLICATION_KEY "Software\Classes\Applications\${PROGRAM}.exe"
!define KEYRING_SERVICE "${NAME}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"

LangString IS_RUNNING ${LANG_ENGLISH} "${NAME} is running. Close it, then choose Retry."
LangString IS_RUNNING ${LANG_SIMPCHINESE} "${NAME} 正在运行。请先关闭，然后选择“重试”。"
LangString FORGET_TOKENS ${LANG_ENGLISH} "Delete the tokens and secrets that ${NAME} keeps in the Credential Manager too?"
LangString FORGET_TOKENS ${LANG_SIMPCHINESE} "是否同时删除 ${NAME} 保存在凭据管理器中的令牌和密钥？"

LangString NEEDS_ADMINISTRATOR ${LANG_ENGLISH} "${NAME} for all users of this computer can be installed, upgraded and removed by an administrator alone."
LangString NEEDS_ADMINISTRATOR ${LANG_SIMPCHINESE} "${NAME} 的“所有用户”安装只能由管理员安装、升级或移除。"
LangString NOT_REPLACED ${LANG_ENGLISH} "The earlier version could not be removed completely, and nothing was installed. Restart the computer, then run this again."
LangString NOT_REPLACED ${LANG_SIMPCHINESE} "旧版本未能完全移除，未安装任何内容。请重新启动计算机，然后重新运行。"
LangString NOT_INSTALLED ${LANG_ENGLISH} "Some files could not be written. ${NAME} is not fully installed. Check the free space, then run this again."
LangString NOT_INSTALLED ${LANG_SIMPCHINESE} "部分文件无法写入，${NAME} 未完整安装。请检查可用空间，然后重新运行。"
LangString NOT_REMOVED ${LANG_ENGLISH} "Some files could not be deleted. Restart the computer, then remove ${NAME} again."
LangString NOT_REMOVED ${LANG_SIMPCHINESE} "部分文件无法删除。请重新启动计算机，然后再次移除 ${NAME}。"

!macro EndWith CODE TEXT
  MessageBox MB_OK|MB_ICONSTOP "${TEXT}" /SD IDOK
  SetErrorLevel ${CODE}
  Quit
!macroend

; A running program cannot be opened for writing: ask until it can, or leave.
!macro WaitUntilClosed UN
  Function ${UN}WaitUntilClosed
    ${For} $R1 1 2
      ${If} $R1 = 1
        StrCpy $R0 "$INSTDIR\${PROGRAM}.exe"
      ${Else}
        StrCpy $R0 "$INSTDIR\${CONSOLE}.exe"
      ${EndIf}
      ${DoWhile} ${FileExists} "$R0"
        ClearErrors
        FileOpen $R2 "$R0" a
        ${IfNot} ${Errors}
          FileClose $R2
          ${ExitDo}
        ${EndIf}
        ${If} ${Cmd} `MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(IS_RUNNING)" /SD IDCANCEL IDCANCEL`
          SetErrorLevel ${ENDED_RUNNING}
          Quit
        ${EndIf}
      ${Loop}
    ${Next}
  FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Function .onInit
  SetRegView 64 ; the installer itself may be a program of 32 bits
  StrCpy $R9 $INSTDIR ; what /D= named, which MultiUser does not keep
  UserInfo::GetAccountType
  Pop $R8
  ${If} $R8 != "Admin"
    ${GetParameters} $R0
    ClearErrors
    ${GetOptions} $R0 "/ALLUSERS" $R1
    ${IfNot} ${Errors}
      Call RaiseOrEnd
    ${EndIf}
    ; A second copy beside the one that everybody has would grow old unseen.
    ReadRegStr $R1 HKLM "Software\${PROGRAM}" "Folder"
    ReadRegStr $R2 HKCU "Software\${PROGRAM}" "Folder"
    ClearErrors
    ${GetOptions} $R0 "/CURRENTUSER" $R3
    ${If} ${Errors}
    ${AndIf} $R1 != ""
    ${AndIf} $R2 == ""
      Call RaiseOrEnd
    ${EndIf}
  ${EndIf}
  !insertmacro MULTIUSER_INIT
  ${If} $R9 != ""
    StrCpy $INSTDIR $R9
  ${EndIf}
FunctionEnd

; Goes on as an administrator, where somebody is there to be asked for one.
Function RaiseOrEnd
  ${IfNot} ${Silent}
    ClearErrors
    ExecShell "runas" "$EXEPATH" "/ALLUSERS"
    ${IfNot} ${Errors}
      Quit
    ${EndIf}
  ${EndIf}
  !insertmacro EndWith ${ENDED_FORBIDDEN} "$(NEEDS_ADMINISTRATOR)"
FunctionEnd

; Whom it was installed for is told by its folder, whoever starts it and how.
Function un.onInit
  SetRegView 64
  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/TIDY" $R1
  ${IfNot} ${Errors}
    SetOutPath "$TEMP"
    Call un.Tidy
    Quit
  ${EndIf}
  ReadRegStr $R0 HKLM "Software\${PROGRAM}" "Folder"
  ${If} $R0 != $INSTDIR
    SetShellVarContext current
    Return
  ${EndIf}
  SetShellVarContext all
  UserInfo::GetAccountType
  Pop $R0
  ${If} $R0 != "Admin"
    ${IfNot} ${Silent}
      ClearErrors
      ExecShell "runas" "$INSTDIR\uninstall.exe"
      ${IfNot} ${Errors}
        Quit
      ${EndIf}
    ${EndIf}
    !insertmacro EndWith ${ENDED_FORBIDDEN} "$(NEEDS_ADMINISTRATOR)"
  ${EndIf}
FunctionEnd

Section
  Call WaitUntilClosed
  ; What an earlier version brought goes first, by its own list; settings and tokens stay. It runs
  ; from a copy, since no program can delete its own file; and only where it is this app's.
  ReadRegStr $R1 SHCTX "Software\${PROGRAM}" "Folder"
  ${If} $R1 == $INSTDIR
  ${OrIf} ${FileExists} "$INSTDIR\${PROGRAM}.exe"
    ${If} ${FileExists} "$INSTDIR\uninstall.exe"
      InitPluginsDir
      ClearErrors
      CopyFiles /SILENT "$INSTDIR\uninstall.exe" "$PLUGINSDIR\earlier.exe"
      ExecWait '"$PLUGINSDIR\earlier.exe" /S _?=$INSTDIR' $R0
      ${If} ${Errors}
      ${OrIf} $R0 <> 0
        !insertmacro EndWith ${ENDED_INCOMPLETE} "$(NOT_REPLACED)"
      ${EndIf}
    ${EndIf}
  ${EndIf}
  ClearErrors
  SetOverwrite try ; what cannot be written is told by the exit code, and asks nobody
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    !insertmacro EndWith ${ENDED_INCOMPLETE} "$(NOT_INSTALLED)"
  ${EndIf}
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}.exe"

  ; SHCTX is HKLM for all users, else HKCU.
  WriteRegStr SHCTX "Software\${PROGRAM}" "Folder" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "Publisher" "The ${NAME} authors"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "EstimatedSize" ${KIBIBYTES}
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL_KEY}" "NoRepair" 1

  ; Offered under “Open with” for saved answers; never the default, which stays as it was.
  WriteRegStr SHCTX "${APPLICATION_KEY}" "FriendlyAppName" "${NAME}"
  WriteRegStr SHCTX "${APPLICATION_KEY}\SupportedTypes" ".json" ""
  WriteRegStr SHCTX "${APPLICATION_KEY}\shell\open\command" "" '"$INSTDIR\${PROGRAM}.exe" "%1"'
  ${If} ${Errors}
    !insertmacro EndWith ${ENDED_INCOMPLETE} "$(NOT_INSTALLED)"
  ${EndIf}
SectionEnd

Section "un."
  Call un.WaitUntilClosed
  SetOutPath "$TEMP" ; a folder in use cannot be removed
  !include "${REMOVAL}"
  ClearErrors
  !insertmacro DeleteFiles
  ${If} ${Errors}
    ; Its entries stay, so that it can be removed once more.
    !insertmacro EndWith ${ENDED_INCOMPLETE} "$(NOT_REMOVED)"
  ${EndIf}
  !insertmacro RemoveFolders
  Call un.DeleteUninstaller
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey SHCTX "${UNINSTALL_KEY}"
  DeleteRegKey SHCTX "${APPLICATION_KEY}"
  DeleteRegKey SHCTX "Software\${PROGRAM}"

  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/FORGET" $R1
  ${IfNot} ${Errors}
    Call un.ForgetTokens
  ${ElseIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(FORGET_TOKENS)" /SD IDNO IDYES`
    Call un.ForgetTokens
  ${EndIf}
SectionEnd

; With _?= it runs from the folder that it removes, and no program can delete its own file: a copy
; does so a moment after it has ended. Without _?= it is such a copy already.
Function un.DeleteUninstaller
  Delete "$INSTDIR\uninstall.exe"
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    InitPluginsDir
    CopyFiles /SILENT "$INSTDIR\uninstall.exe" "$PLUGINSDIR\tidy.exe"
    Exec '"$PLUGINSDIR\tidy.exe" /S /TIDY _?=$INSTDIR'
  ${EndIf}
FunctionEnd

; What that copy does, for 10 s at most, and never to an app that was installed again meanwhile.
Function un.Tidy
  ${For} $R1 1 100
    ${If} ${FileExists} "$INSTDIR\${PROGRAM}.exe"
      ${ExitFor}
    ${EndIf}
    Delete "$INSTDIR\uninstall.exe"
    ${IfNot} ${FileExists} "$INSTDIR\uninstall.exe"
      RMDir "$INSTDIR"
      ${ExitFor}
    ${EndIf}
    Sleep 100
  ${Next}
  Delete /REBOOTOK "$EXEPATH"
FunctionEnd

; Deletes every generic credential that is the app's: its service, or one user name at it.
Function un.ForgetTokens
  System::Call "advapi32::CredEnumerateW(p 0, i 0, *i .r1, *p .r2) i .r0"
  ${If} $0 = 0
    Return
  ${EndIf}
  IntOp $3 0 + 0
  ${DoWhile} $3 < $1
    ; $2 is an array of pointers to CREDENTIALW: flags, type and the target's name come first.
    IntOp $4 $3 * ${NSIS_PTR_SIZE}
    IntPtrOp $4 $2 + $4
    System::Call "*$4(p .r5)"
    System::Call "*$5(i, i .r6, p .r7)"
    System::Call "*$7(&w512 .r8)"
    StrLen $9 "@${KEYRING_SERVICE}"
    StrCpy $R9 $8 "" -$9
    ${If} $8 == "${KEYRING_SERVICE}"
    ${OrIf} $R9 == "@${KEYRING_SERVICE}"
      System::Call "advapi32::CredDeleteW(w r8, i r6, i 0)"
    ${EndIf}
    IntOp $3 $3 + 1
  ${Loop}
  System::Call "advapi32::CredFree(p r2)"
FunctionEnd
