/** Of Drive only what tells whether a file has changed and who may write in it. */
export const DRIVE_SHAPES = `
File kind:str id:str name:str mimeType:str version:str modifiedTime:str trashed:bool webViewLink:str
 capabilities:Capabilities
Capabilities canEdit:bool canComment:bool canCopy:bool canDownload:bool
Channel kind:str id:str resourceId:str resourceUri:str token:str expiration:str type:str address:str payload:bool
 params:{str}
GenerateAccessTokenRequest scope:[str] lifetime:str delegates:[str]
`;
