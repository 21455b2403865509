/* Windows has an icuuc.dll of its own, Wine 8 has none, and Qt6Core.dll does not load without it.
   This one has no converter to offer: Qt then converts with what it brings itself. */

#define FILE_ACCESS_ERROR 4 /* U_FILE_ACCESS_ERROR: there is no such converter */
#define ABSENT(function) __declspec(dllexport) void *function(void) { return 0; }

__declspec(dllexport) void *ucnv_open(const char *name, int *status)
{
    (void)name;
    *status = FILE_ACCESS_ERROR;
    return 0;
}

/* None of these is called without a converter. */
ABSENT(ucnv_close)
ABSENT(ucnv_reset)
ABSENT(ucnv_getMaxCharSize)
ABSENT(ucnv_getName)
ABSENT(ucnv_getToUCallBack)
ABSENT(ucnv_getFromUCallBack)
ABSENT(ucnv_setToUCallBack)
ABSENT(ucnv_setFromUCallBack)
ABSENT(ucnv_toUnicode)
ABSENT(ucnv_fromUnicode)
ABSENT(ucnv_cbFromUWriteUChars)
ABSENT(ucnv_cbToUWriteUChars)
ABSENT(ucnv_toUCountPending)
ABSENT(ucnv_fromUCountPending)
ABSENT(ucnv_getStandardName)
ABSENT(ucnv_getAvailableName)
ABSENT(ucnv_countAvailable)
ABSENT(UCNV_FROM_U_CALLBACK_SUBSTITUTE)
ABSENT(UCNV_TO_U_CALLBACK_SUBSTITUTE)
