import { photoShapes } from "../../../server/features/photos/photos.paths.shared.ts";

export default [{ namespace: "photos", prefix: "shape.", rest: photoShapes, because: "a photo is shown in one shape" }];
