; The installer for Windows: for one person, without administrator, silent with /S.
; installer.py compiles it and names everything in capitals on the command line:
; NAME, PROGRAM, CONSOLE, VERSION, TARGET, BUNDLE, REMOVAL, KIBIBYTES, ICON, COMPRESSOR, OUT; to
; sign, SIGN.
;
;   /S          ask nothing; end with 2 where the app is running
;   /D=FOLDER   install there; last on the line, without quotes
; The uninstaller also takes
;   /FORGET     delete the kept tokens, without asking; silent without it, they stay

Unicode true
Target ${TARGET}
ManifestDPIAware true
RequestExecutionLevel user
SetCompressor ${COMPRESSOR}
Name "${NAME}"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\${NAME}"
InstallDirRegKey HKCU "Software\${PROGRAM}" "Folder"
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

!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "LogicLib.nsh"

!define UNINSTALL_KEY "Software\Microsoft\Windows\CurrentVersion\Uninstall\${PROGRAM}"
!define APPLICATION_KEY "Software\Classes\Applications\${PROGRAM}.exe"
!define STATE_FOLDER "$LOCALAPPDATA\${PROGRAM}"
!define KEYRING_SERVICE "${NAME}"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}.exe"
!insertmacro MUI_PAGE_WELCOME
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
          SetErrorLevel 2
          Quit
        ${EndIf}
      ${Loop}
    ${Next}
  FunctionEnd
!macroend
!insertmacro WaitUntilClosed ""
!insertmacro WaitUntilClosed "un."

Section
  Call WaitUntilClosed
  ; What an earlier version brought goes first, by its own list; settings and tokens stay.
  ${If} ${FileExists} "$INSTDIR\uninstall.exe"
    ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR'
  ${EndIf}
  SetOutPath "$INSTDIR"
  File /r "${BUNDLE}/*"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${PROGRAM}.exe"

  WriteRegStr HKCU "Software\${PROGRAM}" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "DisplayIcon" "$INSTDIR\${PROGRAM}.exe"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "Publisher" "The ${NAME} authors"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL_KEY}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL_KEY}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "EstimatedSize" ${KIBIBYTES}
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL_KEY}" "NoRepair" 1

  ; Offered under “Open with” for saved answers; never the default, which stays as it was.
  WriteRegStr HKCU "${APPLICATION_KEY}" "FriendlyAppName" "${NAME}"
  WriteRegStr HKCU "${APPLICATION_KEY}\SupportedTypes" ".json" ""
  WriteRegStr HKCU "${APPLICATION_KEY}\shell\open\command" "" '"$INSTDIR\${PROGRAM}.exe" "%1"'
SectionEnd

Section "un."
  Call un.WaitUntilClosed
  !include "${REMOVAL}"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  DeleteRegKey HKCU "${UNINSTALL_KEY}"
  DeleteRegKey HKCU "${APPLICATION_KEY}"
  DeleteRegKey HKCU "Software\${PROGRAM}"

  ${GetParameters} $R0
  ClearErrors
  ${GetOptions} $R0 "/FORGET" $R1
  ${IfNot} ${Errors}
    Call un.ForgetTokens
  ${ElseIf} ${Cmd} `MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(FORGET_TOKENS)" /SD IDNO IDYES`
    Call un.ForgetTokens
  ${EndIf}
SectionEnd

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
