/* The random numbers that Windows' bcryptprimitives.dll gives, which Wine 8 lacks; the package
   cryptography, with which the tests make certificates, asks for them. */
#include <windows.h>
#include <ntsecapi.h>

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE bytes, SIZE_T count)
{
    return RtlGenRandom(bytes, (ULONG)count);
}
