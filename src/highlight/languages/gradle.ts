import { language } from '../language.ts'
import { groovyStates } from './groovy-rules.ts'

/** Gradle's build files. */
export const gradle = language({
  tag: 'gradle',
  filenames: ['*.gradle'],
  states: () => groovyStates(KEYWORDS, TYPES),
})

const KEYWORDS =
  'allprojects artifacts buildscript dependencies repositories sourceSets subprojects publishing'
const TYPES = `Project Task Gradle Settings Script JavaToolChain SourceSet SourceSetOutput IncrementalTaskInputs
  Configuration ResolutionStrategy ArtifactResolutionQuery ComponentSelection ComponentSelectionRules ConventionProperty
  ExtensionAware ExtraPropertiesExtension PublishingExtension IvyPublication IvyArtifact IvyArtifactSet
  IvyModuleDescriptorSpec MavenPublication MavenArtifact MavenArtifactSet MavenPom PluginDependenciesSpec
  PluginDependencySpec ResourceHandler TextResourceFactory`
